"""German: who speaks and acts for a state."""

from __future__ import annotations

from communique.recognition.words.language import OfficialWords

OFFICIALS = OfficialWords(
    offices=(
        r"\w*(?:minister|sekretär|präsident|botschafter|kommissar|leiter|direktor|sprecher|"
        r"bürgermeister|gesandter?|chef|konsul|berichterstatter)(?:in|innen|s|n|en)?|"
        r"\w*kanzler(?:in)?|\w*(?:beauftragte|abgeordnete|vorsitzende)[rn]?|"
        r"(?:bundes|national|stände|staats|land|stadt)r(?:at|ätin)",
    ),
    bodies=(
        r"\w*(?:regierung|ministerium\w*|amt\w*|botschaft|konsulat|parlament|senat|kommission|"
        r"sekretariat|kabinett)|behörde\w*|bundestag|bundesrat|ministerrat",
    ),
    offices_of_firms=(r"vorstandsvorsitzende\w*|geschäftsführer\w*",),
    offices_of_firms_too=(r"(?:\w*leiter|\w*direktor|\w*sprecher|\w*vorsitzende)\w{0,6}",),
    firms=(r"gmbh|ag|unternehmen|vereine?|firmen",),
)
