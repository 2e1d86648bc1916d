/** The look of the reference page: the console's colours and letters (admin/tokens.ts), for reading and for paper. No outside file. */
export const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:#fff;color:#1b2430;font:16px/1.75 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;overflow-wrap:anywhere}
header{background:#0f4c8f;color:#fff;padding:1.5rem 0}
header div{padding:0 1rem}
header div,main,nav{max-width:60rem;margin:0 auto}
h1{margin:0;font-size:1.6rem;line-height:1.3}
header p{margin:.4rem 0 0}
header a{color:#fff}
nav{padding:1rem}
nav ul{columns:16rem;margin:0;padding-left:1.2rem}
nav li{break-inside:avoid}
main{padding:0 1rem 3rem}
h2{margin:2.6rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid #c9dcf0;font-size:1.35rem;color:#0a3569}
h3{margin:2rem 0 .5rem;font-size:1.1rem}
h4{margin:1.2rem 0 .4rem;font-size:1rem}
h5{margin:1rem 0 .3rem;font-size:.95rem}
a{color:#0f4c8f}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid #ffbf47;outline-offset:1px;box-shadow:0 0 0 5px #0b0c0c}
code,pre{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Consolas,monospace;font-size:.875rem}
code{background:#eef1f5;padding:.1em .3em;border-radius:3px}
pre{margin:.5rem 0;padding:.8rem 1rem;background:#f5f7fa;border:1px solid #dde3ea;border-radius:4px;overflow-x:auto;line-height:1.6}
pre code{background:none;padding:0;overflow-wrap:normal}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
table:has(th:nth-child(4)){min-width:34rem}
th,td{border:1px solid #dde3ea;padding:.35rem .6rem;text-align:left;vertical-align:top}
thead th{background:#eaf1f9;white-space:nowrap}
tbody th{font-weight:400;white-space:nowrap}
.method{display:inline-block;min-width:3.2rem;padding:0 .4rem;border-radius:3px;background:#0f4c8f;color:#fff;text-align:center;font-size:.875rem}
.facts{color:#4a5668;margin:.2rem 0}
.status{display:inline-block;padding:0 .4rem;border:1px solid #8a95a3;border-radius:3px;font-size:.875rem}
.example{border-left:4px solid #c9dcf0;padding-left:.9rem;margin:1rem 0}
.gives{margin:.3rem 0;color:#4a5668}
summary{cursor:pointer;color:#0f4c8f}
@media print{header{background:none;color:#000;padding:0}header a,a{color:#000}nav{display:none}pre{white-space:pre-wrap;border-color:#999}.scroll{overflow:visible}table{min-width:0}.example,tr{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`;
