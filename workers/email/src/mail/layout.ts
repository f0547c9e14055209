import { Html, html } from './html.ts';

/** By day. Classes turn them round at night, where mail programs know style sheets. */
export const palette = {
	paper: '#faf8f4',
	card: '#ffffff',
	ink: '#1d1b18',
	muted: '#68625a',
	line: '#ddd7cc',
	accent: '#9a4420',
};

// Tables of Word's engine ignore max-width, and scale with the screen unless told how many dots an inch has.
const outlookSettings =
	'<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->';
const outlookTable =
	'<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->';
const outlookTableEnd = '<!--[if mso]></td></tr></table><![endif]-->';

const styleSheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.edge{padding:24px 0 !important}.card{padding:28px 18px !important}.title{font-size:26px !important;line-height:33px !important}}
@media (prefers-color-scheme:dark){.paper{background-color:#1a1815 !important}.card{background-color:#25221e !important;border-color:#3d3831 !important}.ink{color:#f1ece3 !important}.muted{color:#b3aa9d !important}.rule{border-color:#3d3831 !important}.link{color:#eb9b74 !important}.button{background-color:#b2552c !important}}`;

// Keeps the body's first words out of the preview.
const padding = '&#847;&zwnj;&nbsp;'.repeat(60);

interface Frame {
	title: string;
	preview: string;
	shopUrl: string;
}

/** The frame around every mail's content: one column of 600 pixels on paper. */
export function layout({ title, preview, shopUrl }: Frame, content: Html): string {
	const { paper, card, ink, muted, line } = palette;
	return html`<!doctype html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
${new Html(outlookSettings)}
<style>${new Html(styleSheet)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background-color:${paper};-webkit-text-size-adjust:100%;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${preview}${new Html(padding)}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${paper}" style="background-color:${paper};">
<tr><td class="edge" align="center" style="padding:32px 12px;">
${new Html(outlookTable)}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;margin:0 auto;">
<tr><td style="padding:0 18px 20px;font-family:Georgia,'Times New Roman',serif;font-size:20px;line-height:26px;"><a class="ink" href="${shopUrl}" style="color:${ink};text-decoration:none;">Infinite Blob</a></td></tr>
<tr><td class="card" bgcolor="${card}" style="background-color:${card};border:1px solid ${line};border-radius:10px;padding:40px 36px;">
${content}
</td></tr>
<tr><td class="muted" align="center" style="padding:24px 18px;font-family:Helvetica,Arial,sans-serif;font-size:13px;line-height:20px;color:${muted};">You get this mail because you ordered something at <a class="muted" href="${shopUrl}" style="color:${muted};">Infinite Blob</a>.</td></tr>
</table>
${new Html(outlookTableEnd)}
</td></tr>
</table>
</body>
</html>`.text;
}
