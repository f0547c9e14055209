import { type Printout, sellerInOneLine } from './printout.ts';
import { colors, paper, type Sheet, style } from './sheet.ts';
import { styleFor } from './typeface.ts';

/** The foot of every page, drawn last, when their number is known. */
export function drawFooters(sheet: Sheet, printout: Printout): void {
	const { kind, number } = printout;
	const small = style(8, colors.muted);
	const address = sellerInOneLine(printout);
	const leftStyle = styleFor(address, small);
	const [left = ''] = sheet.lines(address, 330, leftStyle, 1);
	sheet.pages.forEach((page, index) => {
		sheet.turnTo(page);
		sheet.rule(799);
		sheet.text(left, paper.left, 813, leftStyle);
		const place = `${kind} ${number} · Page ${index + 1} of ${sheet.pages.length}`;
		sheet.textBefore(place, paper.right, 813, small);
	});
}
