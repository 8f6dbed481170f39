#pragma once
#include <poppler.h>
/* Opens a document; NULL with the error's code on failure. (GError belongs to GLib's module, which is another's.) */
static inline PopplerDocument *tocsin_open_pdf(const void *data, unsigned long count, int *code) {
  GError *failure = 0;
  GBytes *bytes = g_bytes_new(data, count);
  PopplerDocument *document = poppler_document_new_from_bytes(bytes, 0, &failure);
  g_bytes_unref(bytes);
  *code = failure ? failure->code : 0;
  g_clear_error(&failure);
  return document;
}
static inline void tocsin_free(void *memory) { g_free(memory); }
static inline void tocsin_release(void *object) { g_object_unref(object); }
