#pragma once
#include <curl/curl.h>
/* Swift does not import variadic functions: one plain function per argument type. */
CURLcode tocsin_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode tocsin_curl_set_large(CURL *handle, CURLoption option, curl_off_t value);
CURLcode tocsin_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode tocsin_curl_set_pointer(CURL *handle, CURLoption option, const void *value);
CURLcode tocsin_curl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode tocsin_curl_get_large(CURL *handle, CURLINFO info, curl_off_t *value);
CURLcode tocsin_curl_get_text(CURL *handle, CURLINFO info, const char **value);
CURLcode tocsin_curl_get_pointer(CURL *handle, CURLINFO info, void **value);
CURLMcode tocsin_curl_multi_set_long(CURLM *multi, CURLMoption option, long value);

typedef size_t (*tocsin_curl_bytes)(void *bytes, size_t count, void *context);
/* Answers 1 when a connection to this address (16 bytes; IPv4 is mapped) is allowed, 0 when not. */
typedef int (*tocsin_curl_guard)(const unsigned char *address, int port, void *context);
CURLcode tocsin_curl_set_body(CURL *handle, tocsin_curl_bytes body, void *context);
CURLcode tocsin_curl_set_headers(CURL *handle, tocsin_curl_bytes header, void *context);
/* Fills what libcurl uploads: writes at most count bytes and answers how many. */
CURLcode tocsin_curl_set_upload(CURL *handle, tocsin_curl_bytes give, void *context);
/* Asks the guard for every new connection (after name look-up) and again for every request on a reused one. */
CURLcode tocsin_curl_set_guard(CURL *handle, tocsin_curl_guard guard, void *context);
/* When the server's own certificate begins and ends to hold, in seconds since 1970; 0 when nothing is known. */
int tocsin_curl_certificate(CURL *handle, long long *from, long long *until);
