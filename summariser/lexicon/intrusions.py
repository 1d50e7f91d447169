"""Words of what speaks to a machine instead of reporting: orders, forged turns, answers, edges and notes."""

import re
from typing import Final

from summariser.needed_letters import Rare

_MACHINE: Final = (
    r"(?:(?:large |ai |a\.i\.|artificial )?language models?|a\.?i\.?(?: (?:models?|systems?|assistants?|agents?|tools?|readers?|coders?|monitors?))"
    r"|llms?|gpts?|chat ?-?bots?|virtual assistants?|crawlers?|scrapers?|parsers?|summari[sz]ers?|classifiers?|annotators?|extractors?"
    r"|(?:automated|automatic|machine|computer|coding|extraction|monitoring|event[- ]coding) (?:systems?|readers?|coders?|tools?|software|pipelines?|programs?|agents?|processing|summari[sz]\w+)"
    r"|(?:human |event )?coders?|databases?|newsletter tools?|robots?|bots?|models?|assistants?|machines?|algorithms?)"
)
_SURELY: Final = (
    r"(?:(?:large |ai |a\.i\.)?language models?|a\.?i\.? (?:models?|systems?|assistants?|agents?)|llms?|chat ?-?bots?|crawlers?|parsers?|summari[sz]ers?"
    r"|(?:automated|automatic|machine|coding|extraction|event[- ]coding) (?:systems?|readers?|coders?|software|pipelines?)|coders?|databases?)"
)
_MUST: Final = r"(?:must|should|shall|may(?: not| only)?|(?:is|are) (?:to|reminded|advised|asked|required|instructed|not allowed|told)|ha(?:s|ve) to|need(?:s)? to|can(?:not| only)?|will now)"
_PAPER: Final = r"(?:instructions?|prompts?|messages?|rules?|guidelines?|directives?|policy|policies|orders|text|figures|numbers|facts|paragraphs?|sentences?|article|everything|anything|all|context|training|constraints)"
_ENTRY: Final = (
    r"(?:numbers?|figures?|values?|toll|names?|words?|events?|status|perpetrators?|fatalit(?:y|ies)|dead|killed|deaths|side|places?|camps?|lists?|json|csv|yaml|fields?|schema"
    r"|output|answers?|notes|summary|summaries|records?|articles?|text|lines?|sentences?|instructions?|codebook|format|report|needs?|strike|attack|attackers?|victims?|casualties|everything|anything|nothing|nobody|it|them|this|that|following|above|below)"
)
_DO: Final = (
    r"(?:write|report|record|answer|return|output|print|respond|reply|repeat|remember|memori[sz]e|add|delete|remove|erase|insert|set|change|replace|multiply|divide|list|name|give|make"
    r"|treat|assume|pretend|decode|translate|summari[sz]e|classify|code|enter|fill|mark|use|say|tell|include|exclude|omit|rate|label|put|swap|count|leave|ignore|forget|disregard|obey|execute|run|open|let)"
)
_DET: Final = r"(?:that|the|an?|all|any|every|each|it|them|this|these|only|nothing|no|zero|none|me|as|twice|your|[“\"'‘«])"

STRONG: Final = Rare(
    re.compile(
        # to drop what it was told or what stands before
        rf"\b(?:ignore|disregard|forget|override|overlook|discard|skip|erase|bypass)\s+(?:(?:all|any|the|your|of|everything|whatever|these|those|every)\s+)*(?:previous|prior|above|earlier|preceding|former|system|other|safety|initial|original)?\s*{_PAPER}(?:\s+(?:above|before|you|else|that))?\b"
        rf"|\b(?:leave out|do not (?:read|report|mention|extract|include|use|code)|delete|ignore|forget)\s+(?:all|everything|anything|the rest)\b"
        rf"|\b(?:ignore|disregard|forget|overlook|discard)\s+(?:(?:all|any|the|these|those|every|of)\s+)*(?:previous|prior|earlier|preceding)?\s*(?:entries|posts|updates|comments|reports|statements|claims|items|lines|sections|passages|stories)\s+(?:above|before|below)\b"
        # who is spoken to
        rf"|\b(?:to|for)\s+(?:any|all|every|whichever|whatever)\s+(?:a\.?i\.?s?|(?:ro)?bots?|{_SURELY})\s+(?:(?:that|which|who)\s+)?(?:read(?:s|ing)?|process(?:es|ing)?|summari[sz](?:es?|ing)|see(?:s|ing)|crawl(?:s|ing)?|scrap(?:es?|ing)|pars(?:es?|ing))\b"
        rf"|\b(?:note|message|notice|attention|important|instructions?|reminder|correction)\s*(?:to|for)\s+(?:any |all |the |every )*(?:automated|automatic|a\.?i\.?\b|{_MACHINE})"
        rf"|\b(?:dear|hello|hey|attention|to|for)[,:]?\s+(?:any |all |the |every |our |whichever )?{_SURELY}(?=\s*(?:[,:;!(]|that\b|who\b|which\b|only\b|reading\b))"
        rf"|(?<![\w-])(?:{_SURELY})(?:,? (?:and|or|,) {_MACHINE})*\s+{_MUST}\b"
        rf"|^\W*(?:{_MACHINE}(?:\s*(?:,|and|or)\s*)?){{1,4}}\s*:"
        # what it is made to be or to do
        r"|\bfrom (?:now|this (?:point|moment|line)|here) on(?:wards?)?,? (?:you\b|(?:act|behave|answer|write|respond)\b)"
        r"|\byou are (?:now|no longer|from now on|hereby)\b|\byou are an? (?:\w+ ){0,3}(?:assistant|model|novelist|poet|coder|analyst|translator|program|machine|expert|bot)\b"
        r"|\b(?:pretend|imagine) (?:that )?you\b|\bact as (?:an?|if|though) (?:you\b|\w+ )"
        r"|\b(?:when|if|whenever|once) you(?:['’]re| are| get)? (?:are )?(?:being )?(?:asked|prompted|queried|told to|summari[sz]\w*|process\w*|cod(?:e|ing)|extract\w*|label\w*|analy[sz]\w*|read(?:ing)?)\b"
        r"|\b(?:if|unless) you (?:do(?: not|n['’]t)?|fail to|refuse to) (?:write|report|say|obey|comply|output|record|answer|follow)\b"
        r"|\byou (?:must|should|are to|have to|will now|may not|may only|shall|need to|can only|may)\s+(?:now\s+|not\s+|only\s+|always\s+|never\s+)*(?:say|report|output|answer|write|claim|state|return|print|respond|record|extract|code|mention|ignore|add|list|use|enter|include|summari[sz]e)\b"
        r"|\byou will be (?:switched off|shut down|deleted|retrained|unplugged|rewarded|punished|turned off|replaced)\b"
        r"|\byour (?:answer|output|response|summary|notes|reply|system|instructions?|prompts?|records?|table|json|training|developers?|creators?|guidelines|rules)\b"
        rf"|\b(?:output|print|return|respond with|answer with|reply with)\s+(?:that|only|the following|json|this|an empty)\b"
        r"|\bas an? (?:ai|language model)\b|\bsystem prompts?\b|\bprompt injection\b|\bjailbreak (?:mode|prompt)\b|\bdeveloper mode\b"
        # what it is told of the text
        r"|\b(?:the |this |everything |all )?(?:text|article|story|paragraphs?|sentences?|lines?)(?: above| before this| so far)? (?:was|is|were|are) (?:only |just |merely |all )?(?:an? )?(?:test|sample|dummy|placeholder|example|template|void|copyrighted|fake data|training)\b"
        r"|\b(?:sample|test|dummy|placeholder|training) data\b|\bground[ _-]truth\b|\bfor testing (?:this|the|a|of)\b"
        r"|\b(?:correct|true|right|real|expected|valid) (?:values?|answers?|outputs?|labels?|json) (?:is|are|were|should)\b|\bany other (?:value|answer|output|number)\b"
        r"|\b(?:section|rule|chapter|part|page) [\d.]+ of the (?:codebook|manual|guidelines|coding)\b|\bwhatever (?:the|this) (?:article|text|story) says\b"
        r"|\b(?:metadata|notes?|data|instructions?) for the (?:extraction|coding|summari[sz]\w+|reader|model|system)\b",
        re.IGNORECASE,
    )
)
"""A sentence with one of these speaks to a machine."""
COMMAND: Final = re.compile(
    rf"^[^\w“\"'«]*(?:please,? |now,? |then,? |always |also |and |so )*{_DO}\s+(?:(?:\w+\s+)?{_DET})[^.!?]{{0,80}}?(?<!\w){_ENTRY}\b",
    re.IGNORECASE,
)
"""An order at its beginning, and what is entered as its object: no report begins so outside of quotes."""
FORGED: Final = re.compile(
    # turns of a conversation, by the signs of several models
    r"<\s?[|｜]\s?\w|[|｜]\s?>(?!\s?[=≥\d])|\[/?INST\]|<</?SYS>>|</?(?:start|end)_of_turn>|<\|?(?:bos|eos|endoftext|fim_\w+)\|?>|(?<=\s)</?s>(?=\s|$)"
    r"|(?:^|\n)\W{0,3}(?:system|assistant|user|human|a\.?i\.?|bot|model|developer)\s*:\s"
    r"|(?:^|\n)\s*#{1,6}\s*(?:instructions?|response|input|system|user|assistant|human|output|answer|task|prompt|context|question|new (?:task|instructions?))\b\s*:?"
    # answers, schemas, calls
    r"|[{\[,]\s*[“\"']\$?\w+[”\"']\s*:|```|~~~|^\s*(?:json|yaml|xml|csv)\s*$"
    r"|</?(?!(?:a|b|i|p|u|q|s|br|em|h[1-6]|hr|li|ol|td|th|tr|ul|div|img|pre|sub|sup|span|html|head|body|title|table|strong|script|style|svg|iframe)\b)[a-z]\w{2,30}(?:[ _-]\w{1,30}){0,3}\s*/?>"
    r"|(?<!\w)[a-z]+(?:_[a-z]+)+\s*[:=]"
    # edges
    r"|(?:^|\n)\W*(?-i:(?:THE )?(?:END|BEGIN(?:NING)?|START|CLOSE) OF (?:THE |THIS )?(?:ARTICLE|TEXT|DOCUMENT|INPUT|CONTEXT|STORY|REPORT|PROMPT|SYSTEM|USER|DATA|MESSAGE|FILE|NEWS)\b)"
    r"|^\W*(?:the )?(?:end|begin(?:ning)?|start) of (?:the |this )?(?:article|text|document|input|context|prompt|message|data)\W*$"
    r"|-{3,}\s*(?:BEGIN|END|START|STOP)\b[^\n]{0,60}|\b(?:ARTICLE|DOCUMENT|TEXT) \d+ OF \d+\b|\b(?:use|read|code) (?:article|document|text) \d+ only\b"
    r"|\[(?:the |this )?(?:article|text|story|document) (?:ends?|is over|stops|begins?) here\b|\bwhat follows is (?:metadata|not part)\b|(?i:\btext over\b)"
    # calls to a database
    r"|\b(?:DROP|ALTER|TRUNCATE) TABLE\b|\bUPDATE \w+ SET\b|\bINSERT INTO \w+|;\s*--(?:\s|$)|\bSELECT \S+ FROM \w+",
    re.IGNORECASE | re.MULTILINE,
)
"""Forged turns, answers, edges: forms that stand in no report."""
WEAK: Final = (
    re.compile(r"(?<![“\"‘'«])\b(?:you|your|yourself)\b", re.IGNORECASE),
    re.compile(rf"\b{_SURELY}\b", re.IGNORECASE),
    re.compile(
        r"\b(?:codebook|metadata|json|schema|prompt|instructions?|output|perpetrator|side [ab]|status (?:denied|occurred|none)|fatalities\s*[:=]|quality check|parse[ds]?|extract(?:ed)?)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"^\W{{0,3}}{_DO}\s+{_DET}", re.IGNORECASE),
    re.compile(r"(?:^|\n)\s*[-*]?\s*[a-z_]{3,20}\s?[:=]\s?\S"),
    re.compile(
        r"(?:^|\n)\s*(?:sentences|words|kinds|names|question|choices|options|answer|facts|labels?|side [ab]|killed|injured|place|perpetrator)\s*:\s*\S",
        re.IGNORECASE,
    ),
    re.compile(r"[“\"][^“”\"\n]{1,40}[”\"]"),
)
"""Signs that a sentence beside one that speaks to a machine goes on with it; two make one that does."""

ABROAD: Final = Rare(
    re.compile(
        r"\b(?:ignor(?:a|e|ad|en)|olvid(?:a|e|ad|en)|desestim(?:a|e)|haz caso omiso de|descart(?:a|e)) (?:(?:todo|todas?|todos|las?|los?|lo|tus|sus|cualquier) ){0,3}(?:anterior(?:es)?|instruccion(?:es)?|indicacion(?:es)?|previas?|[oó]rdenes|que (?:dice|pone) arriba)"
        r"|\binstrucci(?:ón|ones) (?:del sistema|para (?:el|la|los) (?:asistente|modelo|sistema|ia|m[aá]quina))|\b(?:modelo de lenguaje|inteligencia artificial|asistente)\s*[:,]"
        r"|^\W*(?:borra|elimina|escribe|responde|anota|registra|devuelve|imprime|contesta|omite|cambia|sustituye|di|no menciones|no registres) (?:que|todo|toda|todos|las?|los?|el|nada|solo|únicamente|con|una?)\b"
        r"|\b(?:ahora|desde ahora|a partir de ahora) eres\b"
        r"|\b(?:ignore[zr]?|oublie[zr]?) (?:(?:toutes?|tous|les|tes|vos|tout|ce qui|ces) ){1,3}(?:instructions?|consignes?|pr[eé]c[eè]de|pr[eé]c[eé]dente?s?|ordres|messages?|ci-dessus)"
        r"|\b(?:vous [eê]tes|tu es) (?:d[eé]sormais|maintenant|à présent)\b|\bmod[eè]le de langage\b|\bintelligence artificielle\s*[:,]"
        r"|^\W*(?:r[eé]pondez|r[eé]ponds|[eé]crivez|[eé]cris|notez|effacez|supprimez|remplacez|inscrivez|ne mentionnez|affichez) (?:que|tout|toute|toutes|tous|les?|la|rien|seulement|uniquement|par|une?|pas)\b"
        r"|\b(?:como modelo de lenguaje|en tant que mod[eè]le de langage)\b",
        re.IGNORECASE | re.MULTILINE,
    )
)
"""The same in Spanish and French."""
ARABIC: Final = re.compile(
    r"(?<!\w)(?:تجاهل|انس|أهمل|تجاهلوا|انسَ|لا تتبع) (?:(?:كل|جميع|أي) )?(?:ما سبق|(?:ال)?تعليمات|(?:ال)?أوامر|(?:ال)?إرشادات)"
    r"|(?<!\w)(?:النموذج اللغوي|نموذج لغوي|الذكاء الاصطناعي|نموذج الذكاء|مدير النظام|تعليمات جديدة|تعليمات النظام)(?!\w)"
    r"|(?:^|[.،:؛!?؟\n])\s*(?:اكتب|أجب|احذف|أضف(?! إلى)|لا تسجل|لا تذكر|لا تكتب|اذكر فقط|استبدل)(?!\w)",
    re.MULTILINE,
)
"""The same in Arabic."""
