import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Trainings that are killed, and discs that are full.
struct `An interrupted training` {
    static let command = ["train", "small.tsv", "--recipe", "recipe.json", "--checkpoint-every", "0"]

    private func sandbox(epochs: Int) throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(SmallTexts.tsv, to: "small.tsv")
        try sandbox.write(SmallTexts.recipe(epochs: epochs), to: "recipe.json")
        return sandbox
    }

    @Test func `killed again and again at random, ends with the bytes of one that was not`() throws {
        let sandbox = try sandbox(epochs: 60)
        #expect(try sandbox.start(Self.command + ["-o", "whole"]).outcome().status == 0)
        let checkpoint = sandbox.path + "/parts.checkpoint"
        var kills = 0
        while kills < 12 {
            let training = try sandbox.start(
                Self.command + ["-o", "parts", "--resume", "--threads", "\(1 + kills % 2)"])
            // Not before it has something to lose, and now and then in the middle of a write.
            try waitUntil("there is a checkpoint") {
                access(checkpoint, F_OK) == 0 || access(sandbox.path + "/parts", F_OK) == 0
            }
            usleep(.random(in: 1_000...60_000))
            kill(training.process.id, SIGKILL)
            _ = training.process.wait()
            kills += 1
            if access(sandbox.path + "/parts", F_OK) == 0 { break }
        }
        let isCutAtTheEnd = access(sandbox.path + "/parts", F_OK) == 0
        if !isCutAtTheEnd {
            let last = try sandbox.start(Self.command + ["-o", "parts", "--resume"]).outcome()
            #expect(last.status == 0, "\(last.errors)")
            #expect(last.errors.contains("going on after epoch"))
        }
        #expect(kills >= 2, "it was over before it could be killed")
        for file in ["model.safetensors", "vocab.txt"] {
            #expect(
                try bytes(of: sandbox.path + "/parts/" + file) == bytes(of: sandbox.path + "/whole/" + file),
                "\(file) differs")
        }
        // Who is killed with the model in its place may not have come to remove it.
        #expect(isCutAtTheEnd || access(checkpoint, F_OK) != 0)
    }

    @Test func `a checkpoint that finds no room leaves the older one good, and the training goes on`() throws {
        let sandbox = try sandbox(epochs: 20)
        let stopped = try sandbox.start(Self.command + ["-o", "model"])
        try waitUntil("there is a checkpoint") { access(sandbox.path + "/model.checkpoint", F_OK) == 0 }
        kill(stopped.process.id, SIGKILL)
        _ = stopped.process.wait()
        let before = try bytes(of: sandbox.path + "/model.checkpoint")
        // A limit on the size of files does what a full disc does: writes fail in the middle of a file.
        let program = sandbox.program
        try sandbox.write(
            "#!/bin/sh\ntrap '' XFSZ\nulimit -f 4\nexec \(program) \"$@\"\n", to: "limited.sh")
        sandbox.program = "/bin/sh"
        let limited = try sandbox.start(["limited.sh"] + Self.command + ["-o", "model", "--resume"]).outcome()
        #expect(limited.errors.contains("no checkpoint could be written"), "\(limited.errors)")
        #expect(limited.errors.contains("epoch 20/20"))
        // The model itself finds no room either, and says so.
        #expect(limited.status == 1)
        #expect(try bytes(of: sandbox.path + "/model.checkpoint") == before)
        sandbox.program = program
        let resumed = try sandbox.start(Self.command + ["-o", "model", "--resume"]).outcome()
        #expect(resumed.status == 0, "\(resumed.errors)")
    }

    @Test func `other data, a damaged checkpoint and none at all are each told apart`() throws {
        let sandbox = try sandbox(epochs: 4)
        let anew = try sandbox.start(Self.command + ["-o", "model", "--resume"]).outcome()
        #expect(anew.status == 0)
        #expect(anew.errors.contains("no checkpoint to go on from"))
        try sandbox.write("no checkpoint", to: "model.checkpoint")
        let damaged = try sandbox.start(Self.command + ["-o", "model", "--resume"]).outcome()
        #expect(damaged.status == 1)
        #expect(damaged.errors.contains("is no checkpoint") && damaged.errors.contains("remove it to begin anew"))
        let ignored = try sandbox.start(Self.command + ["-o", "model"]).outcome()
        #expect(ignored.status == 0)
        #expect(ignored.errors.contains("--resume goes on with it"))

        try sandbox.write(SmallTexts.recipe(epochs: 4000), to: "recipe.json")
        let stopped = try sandbox.start(Self.command + ["-o", "other"])
        try waitUntil("there is a checkpoint") { access(sandbox.path + "/other.checkpoint", F_OK) == 0 }
        kill(stopped.process.id, SIGINT)
        #expect(stopped.process.wait() == 0)
        #expect(try text(of: stopped.output).contains("--resume goes on"))
        try sandbox.write(SmallTexts.tsv + "음식\t밥이 맛있다\n", to: "small.tsv")
        let other = try sandbox.start(Self.command + ["-o", "other", "--resume"]).outcome()
        #expect(other.status == 1)
        #expect(other.errors.contains("not one of this training"), "\(other.errors)")
    }
}
