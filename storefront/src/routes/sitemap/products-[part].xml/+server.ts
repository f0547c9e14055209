import { partOf } from '#lib/seo/sitemap-parts.ts';
import { sitemapXml } from '#lib/seo/sitemap-xml.ts';
import { settings } from '#lib/server/config.ts';
import { xmlAnswer } from '#lib/server/machine-answer.ts';
import { wholeCatalogue } from '#lib/server/whole-catalogue.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) =>
	xmlAnswer(async () => {
		const handles = partOf(await wholeCatalogue.get(), params.part);
		if (!handles) return null;
		return sitemapXml(
			settings().PUBLIC_STOREFRONT_URL,
			handles.map((handle) => `/products/${handle}`),
		);
	});
