/// The way from the forwarder to a server: a daemon's socket, or a server within the process.
package protocol Link: Sendable {}
