import { sitemapXml } from '#lib/seo/sitemap-xml.ts';
import { settings } from '#lib/server/config.ts';
import { xmlAnswer } from '#lib/server/machine-answer.ts';
import { productsInPart, wholeCatalogue } from '#lib/server/whole-catalogue.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) =>
	xmlAnswer(async () => {
		if (!/^[1-9]\d{0,5}$/.test(params.part)) return null;
		const end = Number(params.part) * productsInPart;
		const handles = (await wholeCatalogue.get()).slice(end - productsInPart, end);
		if (handles.length === 0) return null;
		return sitemapXml(
			settings().PUBLIC_STOREFRONT_URL,
			handles.map((handle) => `/products/${handle}`),
		);
	});
