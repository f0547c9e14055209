import type { CurrencyCode } from '@infinite-blob/money/currency';
import { format, isSameMoney } from '@infinite-blob/money/money';
import type { CartLine } from './cart.ts';
import { unitPriceIn } from './line-prices.ts';
import type { Quotes } from './quote.ts';

/** Something that changed without the shopper's doing. */
export interface Notice {
	code: 'PRICE_CHANGED' | 'PRODUCT_UNAVAILABLE' | 'COUPON_REMOVED';
	/** The line it is about, if about one. */
	lineId: string | null;
	message: string;
}

export function lineNotices(line: CartLine, currency: CurrencyCode, quotes: Quotes): Notice[] {
	const quote = quotes.get(line.productId);
	if (quote === undefined) return [];
	if (!quote?.available) {
		const message = `“${line.name}” is no longer sold. Remove it to go on.`;
		return [{ code: 'PRODUCT_UNAVAILABLE', lineId: line.id, message }];
	}
	const shown = unitPriceIn(currency, line);
	const current = unitPriceIn(currency, line, quotes);
	if (isSameMoney(shown, current)) return [];
	const message = `“${quote.name}” now costs ${format(current)}; it was ${format(shown)}.`;
	return [{ code: 'PRICE_CHANGED', lineId: line.id, message }];
}

export function couponNotice(code: string): Notice {
	const message = `The coupon ${code} no longer holds for this cart and was taken off.`;
	return { code: 'COUPON_REMOVED', lineId: null, message };
}
