"""French: who speaks, and who is meant."""

from __future__ import annotations

from communique.recognition.words.language import SpeechWords

SPEECH = SpeechWords(
    says=(
        r"a (?:déclaré|annoncé|indiqué|précisé|affirmé|ajouté|souligné|rappelé|expliqué|assuré|"
        r"estimé|promis|confirmé|répondu|noté|fait savoir|fait valoir)|a .{0,20}fait savoir",
    ),
    called=(
        r"[Ii]l|[Ee]lle|[Ll](?:e|a) (?:premi[eè]re? )?(?:ministre|président\w?|commissaire|"
        r"chef\w*|porte-parole)|[Ll]['’]ambassad\w+",
    ),
    subjects=(r"il|elle|ils|elles|les deux|la ministre|le ministre",),
    pronouns=(r"il|elle|ils|elles",),
    together=(r"les deux|les (?:parties|pays|États)|ils|elles",),
)
