import { Link } from '@tanstack/react-router';
import { useState } from 'react';

/** 照此写一篇: a new text under an id of its own, that begins as a copy of this one. */
export function CopyArticle({ id, title }: { id: string; title: string }) {
  // One id for each link: pressed twice it is the same new text.
  const [fresh] = useState(() => crypto.randomUUID());
  return (
    <Link
      to="/write/$id"
      params={{ id: fresh }}
      search={{ from: id }}
      preload={false}
      aria-label={`照此写一篇：${title}`}
    >
      照此写一篇
    </Link>
  );
}
