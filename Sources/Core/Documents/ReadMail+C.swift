import CGMime
import Formats
import Model
import Text

/// Mails of one mailbox, parts of one mail, and mails within mails that are read.
private let (maximumMails, maximumParts, maximumNesting) = (10_000, 200, 8)

/// One mail or a mailbox of them, parsed by GMime.
func readMail(_ bytes: [UInt8], _ hints: Hints, isMailbox: Bool, depth: Int) -> FormatReading {
    g_mime_init()
    let stream = unsafe bytes.withUnsafeBytes {
        unsafe g_mime_stream_mem_new_with_buffer($0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
    defer { unsafe tocsin_unref(stream) }
    let parser = unsafe g_mime_parser_new_with_stream(stream)
    defer { unsafe tocsin_unref(parser) }
    unsafe g_mime_parser_set_format(parser, isMailbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE)
    var reading = FormatReading()
    var count = 0
    repeat {
        guard let message = unsafe g_mime_parser_construct_message(parser, nil) else { break }
        defer { unsafe tocsin_unref(message) }
        count += 1
        let found = unsafe mailParts(message).reading(hints, depth: depth)
        reading.items += found.items
        reading.note = reading.note ?? found.note
    } while unsafe g_mime_parser_eos(parser) == 0 && isMailbox && count < maximumMails
    if reading.items.isEmpty, reading.note == nil { reading.note = "the mail holds no text" }
    return reading
}

private func string(_ raw: UnsafePointer<CChar>?) -> String? {
    guard let raw = unsafe raw else { return nil }
    let text = unsafe String(cString: raw).oneLine
    return text.isEmpty ? nil : text
}

/// A mail's header and its parts, out of the library's hands.
private func mailParts(_ message: UnsafeMutablePointer<GMimeMessage>) -> Mail {
    var mail = Mail()
    mail.subject = unsafe string(g_mime_message_get_subject(message))
    mail.id = unsafe string(g_mime_message_get_message_id(message))
    if let from = unsafe g_mime_message_get_from(message), unsafe internet_address_list_length(from) > 0 {
        let first = unsafe internet_address_list_get_address(from, 0)
        mail.sender = unsafe string(tocsin_address_name(first))
        mail.address = unsafe string(tocsin_address(first))
    }
    let header = unsafe tocsin_as_object(message)
    mail.date = unsafe string(g_mime_object_get_header(header, "Date"))
    mail.list = unsafe string(g_mime_object_get_header(header, "List-Id"))
    mail.snapshot = unsafe string(g_mime_object_get_header(header, "Snapshot-Content-Location"))
    if let part = unsafe g_mime_message_get_mime_part(message) {
        unsafe collect(part, into: &mail, nesting: 0, inAlternative: false)
    }
    return mail
}

private func collect(
    _ part: UnsafeMutablePointer<GMimeObject>, into mail: inout Mail, nesting: Int, inAlternative: Bool
) {
    guard nesting <= maximumNesting, mail.parts.count < maximumParts else { return }
    if unsafe tocsin_is_multipart(part) != 0 {
        let type = unsafe g_mime_object_get_content_type(part)
        let isAlternative =
            unsafe string(g_mime_content_type_get_media_subtype(type))?.lowercased() == "alternative"
        let several = unsafe tocsin_as_multipart(part)
        let count = unsafe g_mime_multipart_get_count(several)
        for index in 0..<count {
            guard let child = unsafe g_mime_multipart_get_part(several, index) else { continue }
            unsafe collect(
                child, into: &mail, nesting: nesting + 1, inAlternative: inAlternative || isAlternative)
        }
    } else if unsafe tocsin_is_message_part(part) != 0 {
        guard let inner = unsafe g_mime_message_part_get_message(tocsin_as_message_part(part)),
            mail.forwarded.count < maximumNesting
        else { return }
        var nested = Mail()
        nested.subject = unsafe string(g_mime_message_get_subject(inner))
        nested.id = unsafe string(g_mime_message_get_message_id(inner))
        nested.date = unsafe string(g_mime_object_get_header(tocsin_as_object(inner), "Date"))
        if let content = unsafe g_mime_message_get_mime_part(inner) {
            unsafe collect(content, into: &nested, nesting: nesting + 1, inAlternative: false)
        }
        mail.forwarded.append(nested)
    } else if unsafe tocsin_is_part(part) != 0 {
        unsafe mail.parts.append(content(tocsin_as_part(part), part, inAlternative))
    }
}

/// One part with its transfer encoding undone.
private func content(
    _ part: UnsafeMutablePointer<GMimePart>, _ object: UnsafeMutablePointer<GMimeObject>,
    _ inAlternative: Bool
) -> Mail.Part {
    let type = unsafe g_mime_object_get_content_type(object)
    let name = unsafe [g_mime_content_type_get_media_type(type), g_mime_content_type_get_media_subtype(type)]
        .compactMap { unsafe string($0)?.lowercased() }.joined(separator: "/")
    let disposition = unsafe string(g_mime_object_get_disposition(object))?.lowercased()
    let file = unsafe string(g_mime_part_get_filename(part))
    var out = Mail.Part(
        type: name, charset: unsafe string(g_mime_content_type_get_parameter(type, "charset")), bytes: [],
        isAttachment: disposition == "attachment" || file != nil, isAlternative: inAlternative)
    guard !["image", "audio", "video", "font"].contains(name.split(separator: "/").first ?? "") else {
        return out
    }
    guard let wrapper = unsafe g_mime_part_get_content(part) else { return out }
    let memory = unsafe g_mime_stream_mem_new()
    defer { unsafe tocsin_unref(memory) }
    unsafe g_mime_data_wrapper_write_to_stream(wrapper, memory)
    if let array = unsafe g_mime_stream_mem_get_byte_array(tocsin_as_memory(memory)) {
        unsafe out.bytes = Array(
            UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
    }
    return out
}
