import type { Invoice } from '../invoice.ts';
import { colors, paper, type Sheet, style } from './sheet.ts';

/** The foot of every page, drawn last, when their number is known. */
export function drawFooters(sheet: Sheet, { seller, number }: Invoice): void {
	const small = style(8, colors.muted);
	const left = [seller.name, ...seller.addressLines].join(' · ');
	sheet.pages.forEach((page, index) => {
		sheet.turnTo(page);
		sheet.rule(799);
		sheet.text(sheet.lines(left, 340, small, 1)[0] ?? '', paper.left, 813, small);
		const place = `Invoice ${number} · Page ${index + 1} of ${sheet.pages.length}`;
		sheet.textBefore(place, paper.right, 813, small);
	});
}
