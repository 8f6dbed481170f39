#include "CCurlShims.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

CURLcode tocsin_curl_set_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
CURLcode tocsin_curl_set_large(CURL *h, CURLoption o, curl_off_t v) { return curl_easy_setopt(h, o, v); }
CURLcode tocsin_curl_set_text(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
CURLcode tocsin_curl_set_pointer(CURL *h, CURLoption o, const void *v) { return curl_easy_setopt(h, o, v); }
CURLcode tocsin_curl_get_long(CURL *h, CURLINFO i, long *v) { return curl_easy_getinfo(h, i, v); }
CURLcode tocsin_curl_get_large(CURL *h, CURLINFO i, curl_off_t *v) { return curl_easy_getinfo(h, i, v); }
CURLcode tocsin_curl_get_text(CURL *h, CURLINFO i, const char **v) { return curl_easy_getinfo(h, i, v); }
CURLcode tocsin_curl_get_pointer(CURL *h, CURLINFO i, void **v) { return curl_easy_getinfo(h, i, v); }
CURLMcode tocsin_curl_multi_set_long(CURLM *m, CURLMoption o, long v) { return curl_multi_setopt(m, o, v); }

/* Every callback is given its own part of one small block per handle. */
struct guard { tocsin_curl_guard ask; void *context; };

static void mapped(unsigned char out[16], const void *v4) {
    memset(out, 0, 10); out[10] = out[11] = 0xff; memcpy(out + 12, v4, 4);
}

static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    struct guard *guard = context;
    unsigned char bytes[16];
    int port;
    (void)purpose;
    if (address->family == AF_INET) {
        struct sockaddr_in *in = (struct sockaddr_in *)&address->addr;
        mapped(bytes, &in->sin_addr); port = ntohs(in->sin_port);
    } else if (address->family == AF_INET6) {
        struct sockaddr_in6 *in = (struct sockaddr_in6 *)&address->addr;
        memcpy(bytes, &in->sin6_addr, 16); port = ntohs(in->sin6_port);
    } else return CURL_SOCKET_BAD;
    if (!guard->ask(bytes, port, guard->context)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static int before_request(void *context, char *peer, char *local, int peer_port, int local_port) {
    struct guard *guard = context;
    unsigned char bytes[16], four[4];
    (void)local; (void)local_port;
    if (inet_pton(AF_INET, peer, four) == 1) mapped(bytes, four);
    else if (inet_pton(AF_INET6, peer, bytes) != 1) return CURL_PREREQFUNC_ABORT;
    return guard->ask(bytes, peer_port, guard->context) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

static size_t body_bytes(char *bytes, size_t size, size_t count, void *context) {
    struct { tocsin_curl_bytes take; void *context; } *sink = context;
    return sink->take(bytes, size * count, sink->context);
}

/* One small block per handle, found again by its private pointer and freed with free() by the owner. */
struct callbacks {
    struct { tocsin_curl_bytes take; void *context; } body, headers, upload;
    struct guard guard;
};

static struct callbacks *callbacks_of(CURL *h) {
    char *known = NULL;
    curl_easy_getinfo(h, CURLINFO_PRIVATE, &known);
    if (!known) {
        known = calloc(1, sizeof(struct callbacks));
        curl_easy_setopt(h, CURLOPT_PRIVATE, known);
    }
    return (struct callbacks *)known;
}

CURLcode tocsin_curl_set_body(CURL *h, tocsin_curl_bytes body, void *context) {
    struct callbacks *c = callbacks_of(h);
    c->body.take = body; c->body.context = context;
    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, body_bytes);
    return curl_easy_setopt(h, CURLOPT_WRITEDATA, &c->body);
}

CURLcode tocsin_curl_set_headers(CURL *h, tocsin_curl_bytes header, void *context) {
    struct callbacks *c = callbacks_of(h);
    c->headers.take = header; c->headers.context = context;
    curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, body_bytes);
    return curl_easy_setopt(h, CURLOPT_HEADERDATA, &c->headers);
}

CURLcode tocsin_curl_set_upload(CURL *h, tocsin_curl_bytes give, void *context) {
    struct callbacks *c = callbacks_of(h);
    c->upload.take = give; c->upload.context = context;
    curl_easy_setopt(h, CURLOPT_READFUNCTION, body_bytes);
    return curl_easy_setopt(h, CURLOPT_READDATA, &c->upload);
}

CURLcode tocsin_curl_set_guard(CURL *h, tocsin_curl_guard guard, void *context) {
    struct callbacks *c = callbacks_of(h);
    c->guard.ask = guard; c->guard.context = context;
    curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, &c->guard);
    curl_easy_setopt(h, CURLOPT_PREREQFUNCTION, before_request);
    return curl_easy_setopt(h, CURLOPT_PREREQDATA, &c->guard);
}

int tocsin_curl_certificate(CURL *h, long long *from, long long *until) {
    struct curl_certinfo *chain = NULL;
    if (curl_easy_getinfo(h, CURLINFO_CERTINFO, &chain) != CURLE_OK || !chain || chain->num_of_certs < 1) return 0;
    *from = *until = 0;
    for (struct curl_slist *line = chain->certinfo[0]; line; line = line->next) {
        if (!strncmp(line->data, "Start date:", 11)) *from = curl_getdate(line->data + 11, NULL);
        if (!strncmp(line->data, "Expire date:", 12)) *until = curl_getdate(line->data + 12, NULL);
    }
    return *from > 0 && *until > 0;
}
