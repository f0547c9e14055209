import { operation } from './operation.ts';
import type {
	SitemapProductsQuery,
	SitemapProductsQueryVariables,
	SitemapSizeQuery,
	SitemapSizeQueryVariables,
} from './operations.generated.ts';

/** How large the catalogue is, and its themes. */
export const sitemapSizeQuery = operation<SitemapSizeQuery, SitemapSizeQueryVariables>(/* GraphQL */ `
	query SitemapSize {
		products(first: 1) {
			totalCount
			tagFacets(first: 100) {
				tag
			}
		}
	}
`);

/** By key, so that the whole of a large catalogue can be walked and nothing is missed while it grows. */
export const sitemapProductsQuery = operation<SitemapProductsQuery, SitemapProductsQueryVariables>(
	/* GraphQL */ `
		query SitemapProducts($after: String) {
			products(first: 100, after: $after, sort: NEWEST) {
				nodes {
					handle
				}
				pageInfo {
					hasNextPage
					endCursor
				}
			}
		}
	`,
);
