import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';

/** Opens an empty page under an id of its own: the same id becomes the article's, so that no retry makes two. */
export function NewArticle() {
  const navigate = useNavigate();
  return (
    <Button type="primary" onClick={() => void navigate({ to: '/write/$id', params: { id: crypto.randomUUID() } })}>
      新建稿件
    </Button>
  );
}
