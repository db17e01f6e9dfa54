"""How the report looks, light and dark, on screen and on paper."""

from markupsafe import Markup

STYLE = Markup("""<style>
:root{color-scheme:light dark;--ink:#1d1b16;--paper:#fbf7ee;--line:#c9c0ac;--dot:#1f3fbf;
--far:#8a4b00}
@media (prefers-color-scheme:dark){:root{--ink:#f1ecdf;--paper:#1b1a17;--line:#57513f;--dot:#9db2ff;
--far:#ffc46b}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0}
main{max-width:70rem;margin:0 auto;padding:1.5rem}
.wide{overflow-x:auto} figure{margin:1rem 0}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.35rem .7rem;text-align:left;vertical-align:top}
svg{max-width:44rem;min-width:36rem;width:100%;font:12px system-ui,sans-serif}
svg text{fill:var(--ink)} .rail{stroke:var(--line)} rect{fill:var(--dot);opacity:.4}
circle{fill:var(--dot)} .p95{stroke:var(--far);stroke-width:3}
th[scope=row]{white-space:nowrap} dt{font-weight:600} dd{margin:0 0 .4rem 1rem}
</style>""")
