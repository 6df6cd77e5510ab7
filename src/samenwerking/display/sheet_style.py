"""How the canvas looks: A3 landscape within margins of 10 mm, black on white in print."""

STYLE = """
.front, .back, .appendix { width: 400mm; }
.front { height: 277mm; }
.inner { position: relative; width: 400mm; height: 277mm; overflow: hidden; }
.inner > div { position: absolute; }
h1 { font-size: 28pt; line-height: 1.1; height: 12mm; }
h2 { font-size: 15pt; margin-bottom: 1.5mm; }
h3 { font-size: 14pt; margin: 0 0 1mm; }
.head { left: 0; top: 0; width: 298mm; height: 45mm; }
.gear { left: 300mm; top: 0; width: 100mm; height: 42mm; }
.facts { margin-top: 1mm; }
.fact { float: left; width: 97mm; height: 11.5mm; margin-right: 2mm; }
.fact .soft { margin-right: 2mm; }
.fact .value { font-weight: bold; }
.pen { display: inline-block; min-width: 55mm; height: 6mm; border-bottom: 0.2mm dotted var(--soft); }
h1 .pen { width: 200mm; height: 10mm; }
h1 small { font-size: 13pt; font-weight: normal; color: var(--soft); margin-right: 2mm; }
.box { border: 0.35mm solid var(--ink); padding: 2mm; overflow: hidden; }
.goals { left: 0; top: 47mm; width: 97mm; height: 122mm; }
.purpose { font-size: 16pt; }
.goal { font-size: 20pt; font-weight: bold; line-height: 1.1; margin-top: 3mm; }
.questions { left: 0; top: 172mm; width: 97mm; height: 72mm; }
.questions li { margin-bottom: 2mm; }
.parties { left: 100mm; top: 47mm; width: 204mm; height: 197mm; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border: 0.2mm solid var(--ink); padding: 0.8mm 1.2mm; overflow: hidden; }
th, td { vertical-align: top; text-align: left; }
th { font-weight: bold; }
th p { font-weight: normal; }
tr { break-inside: avoid; }
.parties tr:first-child th { height: 23mm; border-bottom-width: 0.5mm; }
td.fit, .fit { white-space: nowrap; }
.letter { float: left; width: 7mm; font-weight: bold; }
.named { margin-left: 7mm; }
.named p { font-weight: normal; }
.axes { left: 307mm; top: 47mm; width: 93mm; height: 107mm; padding: 1.5mm; }
.back-step { left: 307mm; top: 157mm; width: 93mm; height: 87mm; }
.back-step li { margin-top: 1.6mm; }
.tick { display: inline-block; width: 7mm; font-size: 15pt; }
.tick { font-family: "DejaVu Sans", "Segoe UI Symbol", "Arial Unicode MS", sans-serif; }
.strip { left: 0; top: 247mm; width: 400mm; height: 30mm; }
.strip h2 { margin: 0 0 0.5mm; font-size: 13pt; }
.sign { float: left; height: 24mm; border: 0.2mm solid var(--ink); padding: 0.6mm 1mm; overflow: hidden; }
.sign .who { height: 11mm; font-weight: bold; }
.sign .line { height: 5.8mm; }
.back h2, .appendix h2 { font-size: 20pt; margin-bottom: 2mm; }
.topics td { border: 0; border-top: 0.5mm solid var(--ink); padding: 1.5mm 5mm 3mm 0; }
.columns { columns: 3; column-gap: 6mm; }
.columns > div { border-top: 0.5mm solid var(--ink); padding: 1.5mm 0 5mm; }
.columns h3 { break-after: avoid; }
.topics li, .columns li { margin-bottom: 1.1mm; break-inside: avoid; }
.code { color: var(--soft); white-space: nowrap; }
.closing { margin-top: 1mm; border-top: 0.2mm solid var(--ink); padding-top: 1.5mm; }
.appendix h3 { margin-top: 5mm; }
.appendix table { margin-top: 2mm; }
"""
