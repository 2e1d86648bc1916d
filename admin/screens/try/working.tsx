/** That something is still being worked out, and since how many seconds. */
import { useEffect, useState } from 'react';

export function Working({ what }: { what: string }) {
  const [seconds, set] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => set((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="working">
      <p role="status">{what}，一年的事一般要几秒。</p>
      <progress aria-label={what} />
      <span className="dim" aria-hidden="true">
        {seconds} 秒
      </span>
    </div>
  );
}
