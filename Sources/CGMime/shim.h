#pragma once
#include <gmime/gmime.h>
/* GObject's checks of a type are macros, which Swift does not see. */
static inline int tocsin_is_multipart(GMimeObject *part) { return GMIME_IS_MULTIPART(part); }
static inline int tocsin_is_message_part(GMimeObject *part) { return GMIME_IS_MESSAGE_PART(part); }
static inline int tocsin_is_part(GMimeObject *part) { return GMIME_IS_PART(part); }
static inline GMimeMultipart *tocsin_as_multipart(GMimeObject *part) { return (GMimeMultipart *)part; }
static inline GMimeMessagePart *tocsin_as_message_part(GMimeObject *part) { return (GMimeMessagePart *)part; }
static inline GMimePart *tocsin_as_part(GMimeObject *part) { return (GMimePart *)part; }
static inline GMimeObject *tocsin_as_object(GMimeMessage *message) { return (GMimeObject *)message; }
static inline void tocsin_unref(void *object) { g_object_unref(object); }
static inline GMimeStreamMem *tocsin_as_memory(GMimeStream *stream) { return (GMimeStreamMem *)stream; }
/* The name of a mailbox, or NULL for a group. */
static inline const char *tocsin_address_name(InternetAddress *one) { return internet_address_get_name(one); }
static inline const char *tocsin_address(InternetAddress *one) {
  return INTERNET_ADDRESS_IS_MAILBOX(one) ? internet_address_mailbox_get_addr((InternetAddressMailbox *)one) : 0;
}
