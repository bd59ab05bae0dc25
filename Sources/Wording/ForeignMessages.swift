/// What others say of a failure, the system and the libraries: they say it in English alone.

extension Phrase {
  /// A message of the C library (`strerror`); one that is not known stays as it is.
  package static func system(_ message: String) -> Phrase {
    switch message {
    case "No such file or directory": Phrase("No such file or directory", "нет такого файла")
    case "Permission denied": Phrase("Permission denied", "нет прав доступа")
    case "Operation not permitted": Phrase("Operation not permitted", "система не разрешает")
    case "Is a directory": Phrase("Is a directory", "это папка")
    case "Not a directory": Phrase("Not a directory", "это не папка")
    case "File exists": Phrase("File exists", "такой файл уже есть")
    case "File name too long": Phrase("File name too long", "слишком длинное имя файла")
    case "No space left on device": Phrase("No space left on device", "на диске нет места")
    case "Read-only file system": Phrase("Read-only file system", "диск только для чтения")
    case "Input/output error": Phrase("Input/output error", "ошибка ввода-вывода")
    case "Too many levels of symbolic links":
      Phrase("Too many levels of symbolic links", "символические ссылки по кругу")
    case "Too many open files": Phrase("Too many open files", "слишком много открытых файлов")
    case "Cannot allocate memory": Phrase("Cannot allocate memory", "не хватает памяти")
    case "Resource temporarily unavailable":
      Phrase("Resource temporarily unavailable", "система не даёт больше потоков")
    default: Phrase(message)
    }
  }

  /// A message of libyaml; those that a slip of the pen brings about have words of ours.
  package static func yaml(_ message: String) -> Phrase {
    switch message {
    case "mapping values are not allowed in this context":
      Phrase(
        "mapping values are not allowed in this context",
        "двоеточие здесь лишнее: возьмите значение в кавычки")
    case "did not find expected key":
      Phrase("did not find expected key", "ожидался ключ: проверьте отступ")
    case "could not find expected ':'":
      Phrase("could not find expected ':'", "ожидалось двоеточие после ключа")
    case "found character that cannot start any token":
      Phrase(
        "found character that cannot start any token", "с этого знака значение не начинают")
    case "found unexpected end of stream":
      Phrase("found unexpected end of stream", "не закрыта кавычка или скобка")
    case "found unexpected document indicator":
      Phrase("found unexpected document indicator", "не закрыта кавычка")
    case "did not find expected ',' or ']'":
      Phrase("did not find expected ',' or ']'", "ожидалась запятая или ]")
    case "did not find expected ',' or '}'":
      Phrase("did not find expected ',' or '}'", "ожидалась запятая или }")
    case "did not find expected '-' indicator":
      Phrase("did not find expected '-' indicator", "ожидался дефис: проверьте отступ")
    case "block sequence entries are not allowed in this context":
      Phrase(
        "block sequence entries are not allowed in this context", "список здесь не начинают")
    case "did not find expected <document start>":
      Phrase("did not find expected <document start>", "лишнее после конца значения")
    case "found unknown escape character":
      Phrase("found unknown escape character", "непонятный знак после обратной косой черты")
    default: Phrase(message)
    }
  }

  /// Why a picture cannot be read, in the words of its decoder.
  package static func picture(_ message: String) -> Phrase {
    switch message {
    case "rows are missing": Phrase("rows are missing", "не хватает строк")
    case "no frame header": Phrase("no frame header", "нет заголовка кадра")
    case "short frame header": Phrase("short frame header", "заголовок кадра обрывается")
    case "segment without a length":
      Phrase("segment without a length", "у раздела файла нет длины")
    case "no IHDR": Phrase("no IHDR", "нет раздела IHDR")
    case "lossless JPEG": Phrase("lossless JPEG", "JPEG без потерь")
    case "arithmetic-coded JPEG":
      Phrase("arithmetic-coded JPEG", "JPEG с арифметическим кодированием")
    case "hierarchical JPEG": Phrase("hierarchical JPEG", "иерархический JPEG")
    default: Phrase(message)
    }
  }
}
