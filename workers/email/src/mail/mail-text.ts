import type { Block, Links, MailContent } from './content.ts';

/** The mail for programs that show no HTML, and for people who prefer none. */
export function mailText({ heading, blocks }: MailContent, links: Links): string {
	return [
		heading,
		...blocks.map((block) => blockText(block, links)),
		'The link opens your order without a password. Keep it to yourself.',
		`Infinite Blob\n${links.shop}\n`,
	].join('\n\n');
}

function blockText(block: Block, links: Links): string {
	switch (block.type) {
		case 'paragraph':
			return block.text;
		case 'button':
			return `${block.label}:\n${links.order}`;
		case 'facts':
			return columns(block.facts);
		case 'lines':
			return [
				block.lines
					.map((line) => `${line.quantity} × ${apart(line.name)}, ${line.unitPrice} each: ${line.total}`)
					.join('\n'),
				`${columns(block.amounts.map(({ label, amount }) => [label, amount]))}\n${block.note}`,
			].join('\n\n');
		case 'list':
			return [block.heading, ...block.items.map((item) => `- ${item}`)].join('\n');
	}
}

function columns(rows: [label: string, value: string][]): string {
	const width = Math.max(...rows.map(([label]) => label.length)) + 2;
	return rows.map(([label, value]) => `${`${label}:`.padEnd(width)} ${value}`).join('\n');
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name that is read from the right would draw the numbers beside it into its order. */
function apart(name: string): string {
	return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}
