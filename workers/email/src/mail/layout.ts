import { type Html, html } from './html.ts';

export const palette = {
	paper: '#faf8f4',
	card: '#ffffff',
	ink: '#1d1b18',
	muted: '#68625a',
	line: '#ddd7cc',
	accent: '#9a4420',
};

interface Frame {
	title: string;
	/** What mail programs show beside the subject. */
	preview: string;
	shopUrl: string;
}

/** The frame around every mail's content: one column of 600 pixels on paper. */
export function layout({ title, preview, shopUrl }: Frame, content: Html): string {
	const { paper, card, ink, muted, line } = palette;
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="supported-color-schemes" content="light">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;background-color:${paper};">
<div style="display:none;max-height:0;overflow:hidden;">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${paper}" style="background-color:${paper};">
<tr><td align="center" style="padding:32px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;">
<tr><td style="padding:0 8px 20px;font-family:Georgia,'Times New Roman',serif;font-size:20px;line-height:26px;"><a href="${shopUrl}" style="color:${ink};text-decoration:none;">Infinite Blob</a></td></tr>
<tr><td bgcolor="${card}" style="background-color:${card};border:1px solid ${line};border-radius:10px;padding:40px 36px;">
${content}
</td></tr>
<tr><td align="center" style="padding:24px 8px;font-family:'Helvetica Neue',Helvetica,Arial,sans-serif;font-size:13px;line-height:20px;color:${muted};">You get this mail because you bought something at <a href="${shopUrl}" style="color:${muted};">Infinite Blob</a>.</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`.text;
}
