import { format, type Money } from '@infinite-blob/money/money';

/** As the documents print money: in English, rupees grouped by lakh and crore. */
export function amount(money: Money): string {
	return format(money, money.currency === 'INR' ? 'en-IN' : 'en-US');
}
