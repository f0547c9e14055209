import { type Confirmation, nextSteps } from './confirmation.ts';
import { type Html, html } from './html.ts';
import { layout, palette } from './layout.ts';

const sans = "font-family:'Helvetica Neue',Helvetica,Arial,sans-serif";
const serif = "font-family:Georgia,'Times New Roman',serif";
const text = `${sans};font-size:15px;line-height:23px;color:${palette.ink}`;
const small = `${sans};font-size:13px;line-height:20px;color:${palette.muted}`;
const rule = `border-bottom:1px solid ${palette.line}`;

/** The confirmation as HTML that mail programs agree on: tables, inline styles, no image, no script. */
export function confirmationHtml(confirmation: Confirmation): string {
	const { firstName, orderNumber, payment, orderUrl } = confirmation;
	return layout(
		{
			title: `Your order ${orderNumber}`,
			preview: `Thank you, ${firstName}. Your artworks are ready to download, your invoice is attached.`,
			shopUrl: confirmation.shopUrl,
		},
		html`
<h1 style="margin:0 0 12px;${serif};font-size:30px;line-height:38px;font-weight:normal;color:${palette.ink};word-break:break-word;">Thank you, ${firstName}</h1>
<p style="margin:0 0 28px;${text};">Your order <strong>${orderNumber}</strong> is paid, and your artworks are ready.</p>
${button(orderUrl)}
${lineTable(confirmation)}
<p style="margin:10px 0 36px;${small};text-align:right;">${payment}</p>
<h2 style="margin:0 0 10px;${serif};font-size:20px;line-height:28px;font-weight:normal;color:${palette.ink};">What happens next</h2>
${nextSteps(confirmation).map((step) => html`<p style="margin:0 0 10px;${text};">${step}</p>`)}
<p style="margin:22px 0 0;${small};">The button opens your order without a password. Keep this mail to yourself. If the button does not work, copy this address into your browser:<br><a href="${orderUrl}" style="color:${palette.accent};word-break:break-all;">${orderUrl}</a></p>`,
	);
}

function button(url: string): Html {
	return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 36px;"><tr>
<td bgcolor="${palette.accent}" style="border-radius:6px;"><a href="${url}" style="display:inline-block;padding:14px 26px;${sans};font-size:16px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none;border-radius:6px;">View your order</a></td>
</tr></table>`;
}

function lineTable({ lines, subtotal, discount, total }: Confirmation): Html {
	return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;">
<tr>
<th align="left" style="padding:0 0 8px;${small};font-weight:normal;${rule};">Artwork</th>
<th align="right" style="padding:0 0 8px 12px;${small};font-weight:normal;${rule};">Quantity</th>
<th align="right" style="padding:0 0 8px 12px;${small};font-weight:normal;${rule};">Total</th>
</tr>
${lines.map(
	({ name, quantity, unitPrice, total: lineTotal }) => html`<tr>
<td style="padding:12px 0;${text};word-break:break-word;${rule};">${name}<br><span style="${small};">${unitPrice} each</span></td>
<td align="right" valign="top" style="padding:12px 0 12px 12px;${text};${rule};">${quantity}</td>
<td align="right" valign="top" style="padding:12px 0 12px 12px;${text};white-space:nowrap;${rule};">${lineTotal}</td>
</tr>`,
)}
${amountRow('Subtotal', subtotal, `${text};padding-top:14px`)}
${discount ? amountRow(discount.label, discount.amount, text) : undefined}
${amountRow('Total', total, `${text};font-size:18px;font-weight:bold;padding-top:8px`)}
</table>`;
}

function amountRow(label: string, amount: string, style: string): Html {
	return html`<tr>
<td colspan="2" align="right" style="${style};word-break:break-word;">${label}</td>
<td align="right" style="${style};padding-left:12px;white-space:nowrap;">${amount}</td>
</tr>`;
}
