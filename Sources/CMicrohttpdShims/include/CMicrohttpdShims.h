#pragma once
#include <sys/types.h>
#include <sys/socket.h>
#include <microhttpd.h>
/* Swift does not import variadic functions. Starts a daemon on a bound, listening socket: one thread per
   connection, at most `connections` at once, `timeout` seconds of silence each. */
struct MHD_Daemon *tocsin_mhd_start(int socket, MHD_AccessHandlerCallback handler, void *context,
    MHD_RequestCompletedCallback completed, unsigned connections, unsigned timeout);

/* libmicrohttpd's closed enumerations reach Swift without names for their cases. */
static inline enum MHD_Result tocsin_mhd_yes(void) { return MHD_YES; }
static inline enum MHD_Result tocsin_mhd_no(void) { return MHD_NO; }
static inline const char *tocsin_mhd_header(struct MHD_Connection *connection, const char *name) {
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}
static inline int tocsin_mhd_arguments(struct MHD_Connection *connection, MHD_KeyValueIterator take, void *context) {
    return MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take, context);
}
static inline struct MHD_Response *tocsin_mhd_copied(size_t count, void *bytes) {
    return MHD_create_response_from_buffer(count, bytes, MHD_RESPMEM_MUST_COPY);
}
