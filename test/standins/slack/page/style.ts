/** The page's style: Slack's light theme on a desktop, near enough to judge a message by eye. */
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1d1c1d;font:15px/1.46668 Lato,"Liberation Sans",Arial,sans-serif}
a,.see-more{color:#1264a3;text-decoration:none}
.pane{width:760px;margin:0 auto;border:1px solid #ddd;min-height:100px}
.pane.thread{width:520px}
.bar{padding:14px 20px;border-bottom:1px solid #ddd;font-weight:900;font-size:18px}
.bar small{font-weight:400;font-size:13px;color:#616061;margin-left:8px}
.message{display:flex;gap:8px;padding:8px 20px}
.message.ephemeral{background:#fafafa}
.avatar{flex:none;width:36px;height:36px;border-radius:6px;color:#fff;font-weight:700;text-align:center;line-height:36px}
.body{flex:1;min-width:0;overflow-wrap:anywhere}
.name{font-weight:900}
.badge{background:#e8e8e8;color:#616061;font-size:10px;font-weight:700;border-radius:2px;padding:1px 3px;margin-left:4px;vertical-align:1px}
.time,.edited,.only-you{color:#616061;font-size:12px;margin-left:6px}
.only-you{display:block;margin:0 0 2px}
.edited{color:#8d8c8d}
.replies{color:#1264a3;font-size:13px;font-weight:700;margin-top:4px}
.divided{display:flex;align-items:center;gap:10px;padding:4px 20px;color:#616061;font-size:13px}
.divided::after{content:"";flex:1;border-top:1px solid #ddd}
.block{margin:4px 0}
.section{display:flex;gap:16px;max-width:600px}
.section .main{flex:1;min-width:0}
.text.cut{max-height:111px;overflow:hidden}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:8px 12px;margin-top:4px}
.header{font-size:18px;font-weight:900;line-height:1.33}
.context{display:flex;flex-wrap:wrap;gap:4px 8px;font-size:12px;color:#616061;line-height:1.5}
.actions{display:flex;flex-wrap:wrap;gap:8px}
.button{display:inline-block;border:1px solid rgba(29,28,29,.3);border-radius:8px;padding:4px 12px;font-size:13px;font-weight:700;background:#fff;max-width:300px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.button.primary{background:#007a5a;color:#fff;border-color:#007a5a}
.button.danger{background:#fff;color:#e01e5a;border-color:#e01e5a}
.button .away{margin-left:4px;color:#616061}
.context-actions{display:flex;gap:4px}
.thumb{width:28px;height:28px;border-radius:6px;padding:5px;color:#616061;font-size:14px;line-height:18px;text-align:center}
.thumb svg{width:18px;height:18px;fill:none;stroke:#616061;stroke-width:1.8;stroke-linejoin:round}
.thumb.down svg{transform:rotate(180deg)}
hr{border:0;border-top:1px solid #ddd;margin:8px 0}
blockquote{margin:2px 0;padding-left:12px;border-left:4px solid #ddd}
pre,code{font:12px/1.5 Menlo,"Liberation Mono",monospace}
code{color:#c01343;background:#f8f8f8;border:1px solid #e0e0e0;border-radius:3px;padding:1px 3px}
pre{background:#f8f8f8;border:1px solid #e0e0e0;border-radius:4px;padding:8px;margin:4px 0;white-space:pre-wrap}
.item{display:flex;gap:8px}.sign{flex:none;min-width:14px;text-align:right}
.md-heading{font-weight:900;font-size:17px;margin-top:6px}.gap{height:8px}
.mention{background:rgba(29,155,209,.1);color:#1264a3;border-radius:3px;padding:0 2px}
.mention.loud{background:#fff5d5;color:#1264a3;font-weight:700}
.table{overflow-x:auto;max-width:100%}
table{border-collapse:separate;border-spacing:0;border:1px solid #ddd;border-radius:8px;font-size:13px}
caption{text-align:left;font-weight:700;padding:4px 0}
th,td{padding:6px 10px;border-bottom:1px solid #e8e8e8;border-right:1px solid #e8e8e8;vertical-align:top;max-width:280px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
th.wrap,td.wrap{white-space:normal}
th{background:#f8f8f8}tr:last-child td{border-bottom:0}th:last-child,td:last-child{border-right:0}
.container{border:1px solid #ddd;border-radius:12px;padding:10px 14px;max-width:600px}
.container.full,.container.wide{max-width:none}.container.narrow{max-width:400px}
.container-head{display:flex;gap:8px}.container-title{font-weight:700}.subtitle{font-size:12px;color:#616061}
.chevron{color:#616061}.children{margin-top:8px}
.alert{border-radius:8px;padding:8px 12px;background:#f8f8f8;border:1px solid #ddd}
.alert.info{background:#e8f5fa;border-color:#1d9bd1}.alert.warning{background:#fff9e6;border-color:#ecb22e}
.alert.error{background:#fdf0f3;border-color:#e01e5a}.alert.success{background:#ebf6f1;border-color:#2eb67d}
.card{border:1px solid #ddd;border-radius:12px;padding:12px;max-width:360px}.card-title{font-weight:700}
.card-subtitle{font-size:13px;color:#616061}.carousel{display:flex;gap:8px;overflow-x:auto}.carousel .card{flex:0 0 260px}
.task{display:flex;gap:8px}.image{background:#eee;color:#616061;font-size:12px;border-radius:4px;display:inline-block}
.image.small{padding:2px 6px}.image.large{padding:40px}
.modal{width:520px;margin:20px auto;border:1px solid #ccc;border-radius:8px;box-shadow:0 18px 48px rgba(0,0,0,.25)}
.modal-bar{display:flex;justify-content:space-between;padding:18px 24px;font-size:20px;font-weight:900}
.modal-body{padding:0 24px 12px}.modal-foot{display:flex;justify-content:flex-end;gap:12px;padding:16px 24px;border-top:1px solid #eee}
.label{font-weight:700;margin-bottom:4px}.optional,.hint,.note{color:#616061;font-weight:400;font-size:13px}.note{display:block}
.field{border:1px solid rgba(29,28,29,.3);border-radius:4px;padding:8px 12px}.field.tall{min-height:90px}.placeholder,.menu.empty{color:#868686}
.error{color:#e01e5a;font-size:13px}.menu{display:inline-block;border:1px solid rgba(29,28,29,.3);border-radius:4px;padding:4px 10px;min-width:160px;font-size:13px}
.arrow{float:right;margin-left:12px}.choice{display:flex;gap:8px;margin:4px 0}.box,.dot{flex:none;width:16px;height:16px;margin-top:3px;border:1px solid #616061;border-radius:3px}
.dot{border-radius:50%}.box.on,.dot.on{background:#1264a3}
.reaction,.file,.prompt{display:inline-block;border:1px solid #ddd;border-radius:12px;padding:1px 8px;font-size:12px;margin:4px 4px 0 0}
.file{border-radius:8px;padding:8px 12px;font-size:13px}.prompt{border-radius:8px;padding:6px 12px;font-size:13px}
.status{padding:4px 20px 12px 64px;color:#616061;font-size:13px;font-style:italic}
.cursor{color:#616061}
`;
