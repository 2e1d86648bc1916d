/** What a person sees where a screen can't be drawn: what happened, and the way on. */
import { useRouter } from '@tanstack/react-router';
import { isAbsent } from '../api.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorBox } from '../parts/error-box.tsx';
import { Page } from '../parts/page.tsx';

export function Broken({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <main className="alone">
      <Page title="没能打开">
        <ErrorBox error={error} retry={() => router.invalidate()} />
      </Page>
    </main>
  );
}

export function Absent() {
  return (
    <main className="alone">
      <Page title="没有这一页" back={{ to: '/', name: '今天的职责' }}>
        <Empty says="地址可能写错了，或者这一页不归您看。" />
      </Page>
    </main>
  );
}

/** A thing that can't be read: out of reach looks like absent, so that no address can be probed. */
export function NoThing({ error, retry }: { error: unknown; retry: () => void }) {
  return isAbsent(error) ? (
    <Page title="没有这件稿件" back={{ to: '/', name: '今天的职责' }}>
      <Empty says="地址可能写错了，或者这件稿件不归您看。" />
    </Page>
  ) : (
    <Page title="没能打开这件稿件" back={{ to: '/', name: '今天的职责' }}>
      <ErrorBox error={error} retry={retry} />
    </Page>
  );
}
