import { includedTax, type Money } from '@infinite-blob/money/money';

/** The tax that the prices include, by the settings. */
export interface TaxSetting {
	/** VAT, GST, … */
	name: string;
	/** 21 for 21 %. */
	ratePercent: number;
}

/** The tax in a total, kept with what was issued: a later change of the settings does not reach it. */
export interface IncludedTax extends TaxSetting {
	amount: Money;
}

/** The tax of a total, rounded once; nothing where no tax is set. */
export function taxOf(total: Money, setting: TaxSetting | undefined): { tax?: IncludedTax } {
	if (!setting) return {};
	return { tax: { ...setting, amount: includedTax(total, setting.ratePercent) } };
}
