#pragma once
#include <zlib.h>
/* inflateInit2 is a macro, which Swift does not see. */
static inline int tocsin_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 32); }
/* Bytes without a header, as a ZIP container holds them. */
static inline int tocsin_inflate_init_raw(z_stream *stream) { return inflateInit2(stream, -15); }
