/** What the catalogue says of a product now. */
export interface Quote {
	name: string;
	/** USD minor units. */
	price: number;
	/** False once the product is archived. */
	available: boolean;
}

/** By product id; null for a product that does not exist, none for one that could not be asked after. */
export type Quotes = ReadonlyMap<string, Quote | null>;
