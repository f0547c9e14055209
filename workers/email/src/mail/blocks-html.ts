import type { Block, Facts, Lines, Links, List } from './content.ts';
import { type Html, html } from './html.ts';
import { palette } from './layout.ts';

const sans = 'font-family:Helvetica,Arial,sans-serif';
const serif = "font-family:Georgia,'Times New Roman',serif";
const text = `${sans};font-size:15px;line-height:23px;color:${palette.ink}`;
const small = `${sans};font-size:13px;line-height:20px;color:${palette.muted}`;
const rule = `border-bottom:1px solid ${palette.line}`;

/** A part of a mail as HTML that mail programs agree on: tables, inline styles, no image, no script. */
export function blockHtml(block: Block, links: Links): Html {
	switch (block.type) {
		case 'paragraph':
			return html`<p class="ink" style="margin:0 0 24px;${text};word-break:break-word;">${block.text}</p>`;
		case 'button':
			return button(block.label, links.order);
		case 'facts':
			return factTable(block);
		case 'lines':
			return lineTable(block);
		case 'list':
			return list(block);
	}
}

export function headingHtml(heading: string): Html {
	return html`<h1 class="ink title" style="margin:0 0 12px;${serif};font-size:30px;line-height:38px;font-weight:normal;color:${palette.ink};word-break:break-word;"><bdi>${heading}</bdi></h1>`;
}

/** Where the button leads, in letters. */
export function addressHtml({ order }: Links): Html {
	return html`<p class="muted" style="margin:22px 0 0;${small};">The button opens your order without a password. Keep this mail to yourself. If the button does not work, copy this address into your browser:<br><a class="link" href="${order}" style="color:${palette.accent};word-break:break-all;">${order}</a></p>`;
}

/** Word's engine ignores the padding of links: there the cell has it. */
function button(label: string, url: string): Html {
	return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 36px;"><tr>
<td class="button" bgcolor="${palette.accent}" style="border-radius:6px;background-color:${palette.accent};mso-padding-alt:14px 26px;"><a href="${url}" style="display:inline-block;padding:14px 26px;${sans};font-size:16px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none;border-radius:6px;">${label}</a></td>
</tr></table>`;
}

function factTable({ facts }: Facts): Html {
	return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 28px;">
${facts.map(
	([label, value]) => html`<tr>
<th class="muted rule" scope="row" align="left" valign="top" style="padding:9px 16px 9px 0;${small};line-height:23px;font-weight:normal;${rule};">${label}</th>
<td class="ink rule" align="right" style="padding:9px 0;${text};${rule};">${value}</td>
</tr>`,
)}
</table>`;
}

function lineTable({ lines, amounts, note }: Lines): Html {
	return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;">
<tr>
${columnHead('Artwork', 'left')}${columnHead('Quantity', 'right')}${columnHead('Total', 'right')}
</tr>
${lines.map(
	({ name, quantity, unitPrice, total }) => html`<tr>
<td class="ink rule" style="padding:12px 0;${text};word-break:break-word;${rule};"><bdi>${name}</bdi><br><span class="muted" style="${small};">${unitPrice} each</span></td>
<td class="ink rule" align="right" valign="top" style="padding:12px 0 12px 12px;${text};${rule};">${quantity}</td>
<td class="ink rule" align="right" valign="top" style="padding:12px 0 12px 12px;${text};white-space:nowrap;${rule};">${total}</td>
</tr>`,
)}
${amounts.map(({ label, amount }, index) => amountRow(label, amount, index === amounts.length - 1))}
</table>
<p class="muted" style="margin:10px 0 36px;${small};text-align:right;">${note}</p>`;
}

function columnHead(name: string, align: 'left' | 'right'): Html {
	const indent = align === 'left' ? 0 : 12;
	return html`<th class="muted rule" scope="col" align="${align}" style="padding:0 0 8px ${indent}px;${small};font-weight:normal;${rule};">${name}</th>`;
}

function amountRow(label: string, amount: string, isTotal: boolean): Html {
	const style = `${text};padding-top:10px${isTotal ? ';font-size:18px;font-weight:bold' : ''}`;
	return html`<tr>
<td class="ink" colspan="2" align="right" style="${style};word-break:break-word;">${label}</td>
<td class="ink" align="right" style="${style};padding-left:12px;white-space:nowrap;">${amount}</td>
</tr>`;
}

function list({ heading, items }: List): Html {
	return html`<h2 class="ink" style="margin:0 0 10px;${serif};font-size:20px;line-height:28px;font-weight:normal;color:${palette.ink};">${heading}</h2>
${items.map((item) => html`<p class="ink" style="margin:0 0 10px;${text};">${item}</p>`)}`;
}
