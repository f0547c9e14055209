import { type Confirmation, nextSteps } from './confirmation.ts';

/** The confirmation for mail programs that show no HTML, and for people who prefer none. */
export function confirmationText(confirmation: Confirmation): string {
	const { firstName, orderNumber, lines, subtotal, discount, total, payment, orderUrl } = confirmation;
	const amounts: [label: string, amount: string][] = [
		['Subtotal', subtotal],
		...(discount ? [[discount.label, discount.amount] as [string, string]] : []),
		['Total', total],
	];
	const labelWidth = Math.max(...amounts.map(([label]) => label.length)) + 2;
	return [
		`Thank you, ${firstName}!`,
		'',
		`Your order ${orderNumber} is paid, and your artworks are ready.`,
		'',
		...lines.map((line) => `${line.quantity} × ${line.name}, ${line.unitPrice} each: ${line.total}`),
		'',
		...amounts.map(([label, amount]) => `${`${label}:`.padEnd(labelWidth)} ${amount}`),
		payment,
		'',
		'View your order and download your artworks:',
		orderUrl,
		'',
		'What happens next',
		...nextSteps(confirmation).map((step) => `- ${step}`),
		'',
		'The link opens your order without a password. Keep it to yourself.',
		'',
		'Infinite Blob',
		confirmation.shopUrl,
		'',
	].join('\n');
}
