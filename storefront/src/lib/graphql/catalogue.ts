import { operation } from './operation.ts';
import type {
	HomeQuery,
	HomeQueryVariables,
	ProductAdQuery,
	ProductAdQueryVariables,
	ProductQuery,
	ProductQueryVariables,
	RelatedQuery,
	RelatedQueryVariables,
	SearchQuery,
	SearchQueryVariables,
	SuggestionsQuery,
	SuggestionsQueryVariables,
	TrendingQuery,
	TrendingQueryVariables,
} from './operations.generated.ts';

export const productCard = /* GraphQL */ `
	fragment ProductCard on Product {
		id
		handle
		name
		downloads
		price(currency: $currency) {
			formatted(locale: $locale)
		}
		thumbnail: image(size: THUMBNAIL) {
			url
			width
		}
		card: image(size: CARD) {
			url
			width
			height
			alt
			placeholder
		}
	}
`;

export const homeQuery = operation<HomeQuery, HomeQueryVariables>(
	/* GraphQL */ `
		query Home($locale: String, $currency: CurrencyCode) {
			hero: products(first: 12, sort: NEWEST) {
				nodes {
					handle
					name
					full: image(size: FULL) {
						url
						width
						height
						alt
						placeholder
					}
					card: image(size: CARD) {
						url
						width
					}
				}
			}
			products(first: 12, sort: NEWEST) {
				totalCount
				nodes {
					...ProductCard
				}
				tagFacets(first: 14) {
					tag
					count
				}
			}
		}
	`,
	productCard,
);

export const trendingQuery = operation<TrendingQuery, TrendingQueryVariables>(
	/* GraphQL */ `
		query Trending($locale: String, $currency: CurrencyCode) {
			trending(first: 8) {
				...ProductCard
			}
		}
	`,
	productCard,
);

export const searchQuery = operation<SearchQuery, SearchQueryVariables>(
	/* GraphQL */ `
		query Search(
			$locale: String
			$search: String
			$filter: ProductFilter
			$sort: ProductSort
			$first: Int
			$after: String
			$last: Int
			$before: String
			$filtered: Boolean = false
			$currency: CurrencyCode
		) {
			products(
				first: $first
				after: $after
				last: $last
				before: $before
				search: $search
				filter: $filter
				sort: $sort
			) {
				totalCount
				correctedSearch
				didYouMean
				nodes {
					...ProductCard
				}
				pageInfo {
					hasNextPage
					endCursor
					hasPreviousPage
					startCursor
				}
				tagFacets(first: 30) {
					tag
					count
				}
			}
			unfiltered: products(first: 1, search: $search) @include(if: $filtered) {
				tagFacets(first: 30) {
					tag
				}
			}
		}
	`,
	productCard,
);

export const suggestionsQuery = operation<SuggestionsQuery, SuggestionsQueryVariables>(/* GraphQL */ `
	query Suggestions($prefix: String!) {
		suggestions(prefix: $prefix, first: 7) {
			text
			tag
			product {
				handle
				thumbnail: image(size: THUMBNAIL) {
					url
				}
			}
		}
	}
`);

export const productQuery = operation<ProductQuery, ProductQueryVariables>(
	/* GraphQL */ `
		query Product($locale: String, $handle: String!, $currency: CurrencyCode) {
			product(handle: $handle) {
				id
				handle
				name
				description
				tags
				downloads
				available
				price(currency: $currency) {
					amount
					currency
					formatted(locale: $locale)
				}
				card: image(size: CARD) {
					url
					width
				}
				full: image(size: FULL) {
					url
					width
					height
					alt
					placeholder
				}
				linkPreview: image(size: FULL, format: JPEG) {
					url
					width
					height
				}
			}
		}
	`,
);

export const productAdQuery = operation<ProductAdQuery, ProductAdQueryVariables>(/* GraphQL */ `
	query ProductAd($handle: String!) {
		product(handle: $handle) {
			ad {
				id
				text
				clickUrl
			}
		}
	}
`);

export const relatedQuery = operation<RelatedQuery, RelatedQueryVariables>(
	/* GraphQL */ `
		query Related($locale: String, $handle: String!, $currency: CurrencyCode) {
			product(handle: $handle) {
				similar(first: 4) {
					...ProductCard
				}
				boughtTogether(first: 4) {
					...ProductCard
				}
			}
		}
	`,
	productCard,
);
