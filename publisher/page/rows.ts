/** What pages are made of: rows of the published views, and what every page of a site carries around itself. */
import type { SiteAbout } from '../../core/site.ts';

/** Milliseconds since 1970; pages show it as Asia/Shanghai. */
export type Millis = number;

export type SiteRow = {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly rank: 'main' | 'sub';
  readonly about: SiteAbout;
  readonly position: number;
  readonly ownerName: string;
};

export type ColumnRow = {
  readonly id: string;
  readonly siteId: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly nature: string;
  readonly onHome: number | null;
  readonly position: number;
  readonly leadNames: string | null;
  /** It has a public article. Navigation and footer list no other column. */
  readonly shown: boolean;
};

/** One line of a list. siteId and columnKey say where its page is: the home placement's, when that one is public. */
export type Stub = {
  readonly placementId: string;
  readonly columnId: string;
  readonly publicNo: string;
  readonly number: number;
  readonly title: string;
  readonly firstAt: Millis;
  readonly publishedAt: Millis;
  readonly siteId: string;
  readonly columnKey: string;
  /** It stands on top of its column. */
  readonly pinned: boolean;
  /** It no longer holds. */
  readonly invalid: Invalid | null;
};
export type Invalid = 'repealed' | 'lapsed' | 'amended';

/** A part of a file that the public gets: `name` is the last part of its address (w960.jpg, file.pdf), `size` in bytes. */
export type Piece = { readonly name: string; readonly sha256: string; readonly size: number };
/** A picture or attachment that a text names. `name` as its owner called it, `type` as a reader is told: PDF, JPEG. */
export type PublicFile = {
  readonly id: string;
  readonly kind: 'picture' | 'document';
  readonly name: string;
  readonly type: string;
  readonly pieces: readonly Piece[];
};

export type Cited = { readonly stub: Stub; readonly invalid: Invalid; readonly invalidAt: Millis };

export type ArticleRow = Stub & {
  readonly articleId: string;
  readonly unitName: string;
  readonly source: string;
  readonly author: string;
  /** Taken over from elsewhere; `link` is where the original stands, or empty. */
  readonly reprint: boolean;
  readonly link: string;
  readonly html: string;
  /** In the order of the text. Each must be there before the page. */
  readonly files: readonly PublicFile[];
  /** Since when it no longer holds; null: it does, as far as anybody said. */
  readonly invalidAt: Millis | null;
  /** What holds instead, while that is public. */
  readonly successor: Stub | null;
  /** What it links to that no longer holds. */
  readonly cites: readonly Cited[];
  readonly prev: Stub | null;
  readonly next: Stub | null;
};

/** How it left: the types of a withdrawal, or `ended`: its last day was over. */
export type Withdrawal = 'error' | 'superseded' | 'expired' | 'unlawful' | 'ended';
export type WithdrawnRow = {
  readonly placementId: string;
  readonly columnId: string;
  readonly publicNo: string;
  readonly number: number;
  readonly withdrawal: Withdrawal;
  readonly withdrawnAt: Millis;
  readonly unitName: string;
  /** The withdrawal's number in the site's publication log; 0 when the log has none. */
  readonly entry: number;
};

/** All that stands around the content: the site, its columns, the cluster, and how one site addresses another. */
export type Chrome = {
  readonly site: SiteRow;
  readonly sites: readonly SiteRow[];
  readonly columns: readonly ColumnRow[];
  readonly originOf: (site: SiteRow) => string;
  readonly demo: boolean;
  readonly assets: { readonly css: string; readonly js: string };
};
