'use client';

import Printer from 'lucide-react/icons/printer';
import { Button } from '@/app/ui/button';

/** Opens the browser's print dialog, where it can also be kept as a PDF. */
export function PrintButton() {
  return (
    <Button onClick={() => window.print()} className="print:hidden">
      <Printer size={16} aria-hidden="true" />
      Print or save as PDF
    </Button>
  );
}
