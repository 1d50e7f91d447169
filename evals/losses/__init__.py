"""Where facts are lost: every missed or wrong fact of a scored run, by the stage that lost it."""
