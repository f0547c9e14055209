import { partNames } from '#lib/seo/sitemap-parts.ts';
import { sitemapIndexXml } from '#lib/seo/sitemap-xml.ts';
import { settings } from '#lib/server/config.ts';
import { xmlAnswer } from '#lib/server/machine-answer.ts';
import { catalogueSize, wholeCatalogue } from '#lib/server/whole-catalogue.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	xmlAnswer(async () => {
		const { totalCount } = await catalogueSize.get();
		// Who reads the index comes for its parts next: the walk they wait for begins now.
		wholeCatalogue.get().catch(() => {});
		const parts = partNames(totalCount).map((name) => `/sitemap/products-${name}.xml`);
		return sitemapIndexXml(settings().PUBLIC_STOREFRONT_URL, ['/sitemap/pages.xml', ...parts]);
	});
