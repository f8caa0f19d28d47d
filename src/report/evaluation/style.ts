/** Looks of evaluation.html; colours as in the report (web/report/tokens.css). */
export const STYLE = `
:root{color-scheme:light dark;--paper:#f5f5f1;--surface:#fff;--ink:#17201e;--muted:#56635f;--rule:#dcded6;--arrival:#b87700;--retrospect:#0a6b66;--never:#a32035}
@media (prefers-color-scheme:dark){:root{--paper:#0f1514;--surface:#171f1e;--ink:#e7ecea;--muted:#9daba6;--rule:#2b3735;--arrival:#e9ad3c;--retrospect:#62c7ba;--never:#ff96a4}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:1080px;margin:0 auto;padding:24px 16px 48px}
h1{font-size:1.6rem;margin:0 0 12px}
h2{font-size:1.15rem;margin:0 0 8px}
section{background:var(--surface);border:1px solid var(--rule);border-radius:8px;padding:16px;margin-top:16px}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));gap:8px 24px;margin:0}
dt,p,small,figcaption,th{color:var(--muted)}
dd{margin:0;font-weight:600}
p{margin:0 0 8px}
table{width:100%;border-collapse:collapse}
th,td{padding:6px 8px 6px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}
tr:last-child>*{border-bottom:0}
td,thead th{overflow-wrap:normal}
td small{display:block}
@media (max-width:480px){main{padding:16px 8px 32px}section{padding:12px}table{font-size:12px}tbody th{min-width:5.5em}}
figure{margin:0;max-width:760px}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--muted);font-size:12px}
/* A picture is drawn at little more than half its size on a phone: its words are written larger, and every other one. */
@media (max-width:480px){svg text{font-size:20px}svg .every-other{display:none}}
.grid{stroke:var(--rule);fill:none}
.line{fill:none;stroke-width:2.5}
.line.retrospect{stroke:var(--retrospect)}
.line.arrival{stroke:var(--arrival);stroke-dasharray:7 4}
.bar{fill:var(--retrospect)}
.never{fill:var(--never)}
.key::before{content:"";display:inline-block;width:28px;margin-right:6px;vertical-align:middle;border-top:3px solid var(--retrospect)}
.key.arrival::before{border-top:3px dashed var(--arrival)}
.key{display:inline-block;margin-right:16px}
`;
