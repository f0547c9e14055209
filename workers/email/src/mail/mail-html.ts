import { addressHtml, blockHtml, headingHtml } from './blocks-html.ts';
import type { Links, MailContent } from './content.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** The mail for programs that show HTML. */
export function mailHtml({ subject, heading, preview, blocks }: MailContent, links: Links): string {
	return layout(
		{ title: subject, preview, shopUrl: links.shop },
		html`${headingHtml(heading)}
${blocks.map((block) => blockHtml(block, links))}
${addressHtml(links)}`,
	);
}
