extension String {
    /// `withUTF8` for what throws an error of one type.
    mutating func withUTF8Bytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let result = withUTF8 { utf8 in
            do throws(Failure) {
                return Swift.Result<Result, Failure>.success(try body(utf8))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
