"""What the processes that we start get of our environment: what they need, and no key.

The environment of a process can be read by its user's other programs and ends up in its crash reports.
llama.cpp needs the loader's paths and the switches of its number libraries, so it gets those alone. pip needs
whatever the user has set up for it (proxies, certificates, an index of their own), so it gets everything but
what is set for us and for the OpenAI API.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_NEEDED: Final = frozenset({
    "PATH", "HOME", "USER", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "VIRTUAL_ENV",
    "PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONDONTWRITEBYTECODE",
    "PYTHONPYCACHEPREFIX", "LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
    "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA",
    "PROGRAMDATA", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
})  # fmt: skip
"""Names that Python and the system's loader look for."""
_NEEDED_BEGINNINGS: Final = (
    "LC_", "OMP_", "GOMP_", "KMP_", "GGML_", "OPENBLAS_", "MKL_", "CUDA_", "NVIDIA_", "HIP_", "HSA_", "ROCR_",
    "VK_", "MTL_", "MALLOC_",
)  # fmt: skip
"""Switches of what llama.cpp computes with."""
_OURS: Final = ("SUMMARISER_", "OPENAI_")


def of_the_engine(variables: Mapping[str, str]) -> dict[str, str]:
    """The part of the environment that the embedded engine's process gets."""
    return {
        name: value
        for name, value in variables.items()
        if name.upper() in _NEEDED or name.upper().startswith(_NEEDED_BEGINNINGS)
    }


def of_pip(variables: Mapping[str, str]) -> dict[str, str]:
    """The part of the environment that pip gets."""
    return {name: value for name, value in variables.items() if not name.upper().startswith(_OURS)}
