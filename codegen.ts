import type { CodegenConfig } from '@graphql-codegen/cli';

/** The domain types that a subgraph's resolvers return for its schema's types. */
const mappers: Record<string, Record<string, string>> = {
	products: {
		Product: './domain/product.ts#Product as ProductModel',
		ProductConnection: './product-listing.ts#ProductPage as ProductPageModel',
		ProductEdge: './product-listing.ts#Edge as ProductEdgeModel',
		Suggestion: './suggestions.ts#Suggestion as SuggestionModel',
		PageInfo: './product-listing.ts#ProductPage as ProductPageModel',
	},
	cart: {
		Cart: './domain/priced-cart.ts#PricedCart as CartModel',
		CartLine: './domain/priced-cart.ts#PricedLine as CartLineModel',
	},
	orders: {
		Order: './domain/order.ts#Order as OrderModel',
		OrderLine: './resolvers/order.ts#OrderLineOfOrder as OrderLineModel',
	},
	ads: {
		Ad: './domain/campaign.ts#LiveCampaign as LiveCampaignModel',
		Campaign: './domain/campaign.ts#Campaign as CampaignModel',
		CampaignConnection: './campaign-index.ts#CampaignPage as CampaignPageModel',
		Product: './domain/product-reference.ts#ProductReference as ProductModel',
	},
	recommendations: {},
};

/** The types of each subgraph's resolvers, made from its schema. */
const config: CodegenConfig = {
	generates: Object.fromEntries(
		Object.entries(mappers).map(([name, types]) => [
			`subgraphs/${name}/src/schema.generated.ts`,
			{
				schema: `subgraphs/${name}/schema.graphql`,
				plugins: ['typescript', 'typescript-resolvers'],
				config: {
					federation: true,
					useTypeImports: true,
					enumsAsTypes: true,
					contextType: './context.ts#Context',
					mappers: { Money: '@infinite-blob/money/money#Money as MoneyModel', ...types },
					scalars: { DateTime: 'number', URL: 'string', ID: 'string' },
				},
			},
		]),
	),
};

export default config;
