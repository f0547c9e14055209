import { sitemapIndexXml } from '#lib/seo/sitemap-xml.ts';
import { settings } from '#lib/server/config.ts';
import { xmlAnswer } from '#lib/server/machine-answer.ts';
import { catalogueSize, productsInPart, wholeCatalogue } from '#lib/server/whole-catalogue.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	xmlAnswer(async () => {
		const { totalCount } = await catalogueSize.get();
		// Who reads the index comes for its parts next: the walk they wait for begins now.
		wholeCatalogue.get().catch(() => {});
		const parts = Array.from(
			{ length: Math.ceil(totalCount / productsInPart) },
			(_, index) => `/sitemap/products-${index + 1}.xml`,
		);
		return sitemapIndexXml(settings().PUBLIC_STOREFRONT_URL, ['/sitemap/pages.xml', ...parts]);
	});
