import { NotOpen } from '@/app/review/not-open';

export default NotOpen;
