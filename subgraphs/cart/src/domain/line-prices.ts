import { convert } from '@infinite-blob/money/convert';
import type { CurrencyCode } from '@infinite-blob/money/currency';
import { type Money, money, multiply, sum } from '@infinite-blob/money/money';
import type { CartLine } from './cart.ts';
import type { Quotes } from './quote.ts';

/** What one of a line costs: as the catalogue says, or as it was last shown. Converted and rounded first. */
export function unitPriceIn(currency: CurrencyCode, line: CartLine, quotes?: Quotes): Money {
	const usd = quotes?.get(line.productId)?.price ?? line.unitPrice;
	return convert(money(usd, 'USD'), currency);
}

export function subtotalIn(currency: CurrencyCode, lines: CartLine[], quotes?: Quotes): Money {
	return sum(
		lines.map((line) => multiply(unitPriceIn(currency, line, quotes), line.quantity)),
		currency,
	);
}
